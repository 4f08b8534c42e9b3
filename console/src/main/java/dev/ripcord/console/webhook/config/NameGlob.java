package dev.ripcord.console.webhook.config;

/**
 * A name in which {@code *} stands for any characters.
 *
 * @param text as it was written
 */
public record NameGlob(String text) {

    /** In time that grows with the product of the lengths: no expression of somebody's file can hang the gateway. */
    public boolean matches(String name) {
        int glob = 0;
        int at = 0;
        int star = -1;
        int from = 0;
        while (at < name.length()) {
            if (glob < text.length() && text.charAt(glob) == '*') {
                star = glob++;
                from = at;
            } else if (glob < text.length() && text.charAt(glob) == name.charAt(at)) {
                glob++;
                at++;
            } else if (star >= 0) {
                glob = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        return text.substring(glob).chars().allMatch(left -> left == '*');
    }
}
