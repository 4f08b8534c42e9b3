package dev.ripcord.condition;

/** The type of a parameter, as its default value shows it. */
public enum ParameterType {
    INT,
    DOUBLE,
    DURATION,
    BOOL,
    STRING
}
