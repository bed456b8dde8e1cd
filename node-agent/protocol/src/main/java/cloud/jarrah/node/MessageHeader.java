package cloud.jarrah.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of any command or report, whatever its version: these names stay for ever. What
 * belongs to the other kind of message is null or 0.
 */
public record MessageHeader(
    int version,
    @Nullable String commandId,
    @Nullable String hostId,
    int hostEpoch,
    @Nullable String resource,
    long generation,
    @Nullable Instant deadline,
    long incarnation,
    long sequence,
    @Nullable Integer understands) {}
