package cloud.jarrah.hosts.control;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * When hosts sleep.
 *
 * @param saving whether any may; if not, those that sleep are woken
 * @param idle how long nothing must have been on a host
 * @param spare how many idle hosts of each zone stay awake
 * @param wakeAddress where magic packets are sent
 */
public record PowerSettings(
    boolean saving, Duration idle, int spare, InetSocketAddress wakeAddress) {}
