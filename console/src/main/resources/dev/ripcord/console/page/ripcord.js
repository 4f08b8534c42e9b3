// Shows sessions as the API tells of them.

import {alertOf, showGuard} from './api.js';
import {refreshList, showList} from './list.js';
import {showSession} from './session.js';

const failed = (error) => alertOf(error.message);
addEventListener('unhandledrejection', (event) => failed(event.reason));

async function show() {
  const place = location.pathname.match(/^\/sessions\/(.+)$/);
  if (place) {
    const refresh = await showSession(decodeURIComponent(place[1]));
    setInterval(() => refresh().catch(failed), 15_000);
  } else {
    await showList();
    setInterval(refreshList, 5_000);
  }
}

showGuard();
setInterval(showGuard, 5_000);
show().catch(failed);
