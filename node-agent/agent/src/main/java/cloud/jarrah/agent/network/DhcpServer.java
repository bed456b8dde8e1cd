package cloud.jarrah.agent.network;

import java.util.Set;

/** The DHCP server of one bridge; it reads {@link #HOSTS_FILE} and nothing else. */
public interface DhcpServer extends AutoCloseable {
  String HOSTS_FILE = "dhcp-hosts";

  void start() throws NetworkException;

  /** New hosts are in the file. */
  void reload() throws NetworkException;

  /** Hosts have left the file: their leases must be gone when this returns. */
  void forgetLeases(Set<String> macs) throws NetworkException;

  /** Starts it if it does not run at the moment. */
  void ensureAlive() throws NetworkException;

  @Override
  void close();
}
