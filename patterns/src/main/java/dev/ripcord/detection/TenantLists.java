package dev.ripcord.detection;

import dev.ripcord.pattern.Selector;
import java.util.BitSet;
import java.util.List;

/**
 * The lists of tenants that something is said for. Two tenants that are in the same of them are told the same, and there
 * are few such groups, however many tenants there are.
 */
final class TenantLists {
    private final List<List<String>> lists;

    /** @param lists of names, {@code *} at the end for a prefix; one that is empty means all, and makes no difference */
    TenantLists(List<List<String>> lists) {
        this.lists = lists.stream().filter(list -> !list.isEmpty()).distinct().toList();
    }

    /** @return whether all tenants are told the same */
    boolean isEmpty() {
        return lists.isEmpty();
    }

    List<List<String>> lists() {
        return lists;
    }

    /** @return which of the lists the tenant is in; equal for those of one group */
    BitSet groupOf(String tenant) {
        BitSet group = new BitSet(lists.size());
        for (int index = 0; index < lists.size(); index++) {
            group.set(index, Selector.covers(lists.get(index), tenant));
        }
        return group;
    }
}
