package dev.ripcord.fact;

/** Lists of what the latest steps were, the newest first. Conditions read them as {@code recent.NAME}. */
public enum RecentList {
    CALLS(
            "calls",
            "call.id of the latest 64 calls, this one included; 0 for a call without arguments. Tools that only"
                    + " communicate are left out"),
    OUTCOMES(
            "outcomes",
            "of the latest 16 results whose call and outcome are known, one number each: equal where the same call gave"
                    + " the same outcome"),
    FAILED(
            "failed",
            "of the latest 64 results, whether each failed, as error.is says; false where there were not so many");

    private final String listName;
    private final String definition;

    RecentList(String listName, String definition) {
        this.listName = listName;
        this.definition = definition;
    }

    public String listName() {
        return listName;
    }

    public String definition() {
        return definition;
    }
}
