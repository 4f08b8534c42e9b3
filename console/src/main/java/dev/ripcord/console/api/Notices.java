package dev.ripcord.console.api;

import java.util.ArrayList;
import java.util.List;

/** What an answer says of what could not be read: a year of damaged files must not fill it. */
final class Notices {
    private static final int MOST = 20;

    private Notices() {}

    /** @return the first of the sentences, and how many more there are */
    static List<String> of(List<String> sentences) {
        if (sentences.size() <= MOST) {
            return sentences;
        }
        List<String> first = new ArrayList<>(sentences.subList(0, MOST));
        first.add((sentences.size() - MOST) + " more");
        return first;
    }
}
