package dev.ripcord.console.stream;

import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits to be sent to one client: first what stands, then what happens. Any thread adds, one at a time takes.
 *
 * <p>What stands is made into bytes one by one as the client takes it, so that a hundred clients who connect at once
 * do not hold it a hundred times. What happens is bounded: who is further behind is cut off and resumes later.
 */
final class Backlog {
    private final int mostEvents;
    private final int mostBytes;
    private final Queue<Frame> happened = new ConcurrentLinkedQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger bytes = new AtomicInteger();
    private volatile Iterator<Frame> stands = Collections.emptyIterator();

    Backlog(StreamLimits limits) {
        this.mostEvents = limits.queuedEvents();
        this.mostBytes = limits.queuedBytes();
    }

    void beginWith(Iterator<Frame> first) {
        stands = first;
    }

    /** @return false where the client is too far behind */
    boolean add(Frame frame) {
        happened.add(frame);
        return events.incrementAndGet() <= mostEvents && bytes.addAndGet(frame.size()) <= mostBytes;
    }

    /** @return null where nothing waits */
    Frame next() {
        if (stands.hasNext()) {
            return stands.next();
        }
        Frame frame = happened.poll();
        if (frame != null) {
            events.decrementAndGet();
            bytes.addAndGet(-frame.size());
        }
        return frame;
    }
}
