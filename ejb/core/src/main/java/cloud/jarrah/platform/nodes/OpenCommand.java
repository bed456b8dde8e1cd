package cloud.jarrah.platform.nodes;

/**
 * What audits look at of a command that is not answered yet.
 *
 * @param kind simple name of the command's type
 */
public record OpenCommand(
    String id, String hostId, String resource, long generation, String kind) {}
