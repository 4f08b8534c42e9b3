package dev.ripcord.jobs;

/** A step as a job would have it that uses flink-cep alone: Flink's own serialization takes it as it is. */
public class StockStep {
    public String session;
    public long offset;
    public long time;
    public String type;
    public String tool;

    /** For Flink. */
    public StockStep() {}

    StockStep(String session, long offset, long time, String type, String tool) {
        this.session = session;
        this.offset = offset;
        this.time = time;
        this.type = type;
        this.tool = tool;
    }
}
