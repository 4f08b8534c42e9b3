// Shows sessions as the API tells of them.

import {alertOf, showGuard} from './api.js';
import {refreshList, showList} from './list.js';
import {showSession} from './session.js';

const failed = (error) => alertOf(error.message);
addEventListener('unhandledrejection', (event) => failed(event.reason));

/** A long session takes the server long: whoever leaves a page open must not keep it busy. */
function repeat(refresh, tookMillis = 0) {
  setTimeout(async () => {
    const begin = Date.now();
    await refresh().catch(failed);
    repeat(refresh, Date.now() - begin);
  }, Math.max(10_000, 20 * tookMillis));
}

async function show() {
  const place = location.pathname.match(/^\/sessions\/(.+)$/);
  if (place) {
    repeat(await showSession(decodeURIComponent(place[1])));
  } else {
    await showList();
    setInterval(refreshList, 5_000);
  }
}

showGuard();
setInterval(showGuard, 5_000);
show().catch(failed);
