package dev.ripcord.architecture.sloppy.early;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cel.common.CelOptions;
import dev.ripcord.architecture.sloppy.late.Late;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.JobVertexID;

/** Uses what it must not: a package after its own, and the parts that belong to one package each. */
public final class Early {
    public Late late;
    YAMLMapper yaml;
    CelOptions cel;
    JobID flink;
    JobVertexID runtime;
}
