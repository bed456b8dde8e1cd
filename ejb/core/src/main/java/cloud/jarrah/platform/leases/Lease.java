package cloud.jarrah.platform.leases;

/**
 * A lease as it was held when it was asked for; whether it still is, {@link Leases#requireCurrent}
 * says.
 *
 * @param owner the server's name and what tells this start of it from others
 * @param epoch grows with each change of owner and after each lapse
 */
public record Lease(String name, String owner, long epoch) {}
