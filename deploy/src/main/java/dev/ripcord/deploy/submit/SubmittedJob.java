package dev.ripcord.deploy.submit;

import java.net.URI;

/** A job that runs on a cluster, and where people see it. */
public record SubmittedJob(String jobId, String state, URI page) {}
