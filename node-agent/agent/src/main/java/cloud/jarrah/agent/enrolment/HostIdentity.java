package cloud.jarrah.agent.enrolment;

import cloud.jarrah.agent.messaging.BrokerAccess;
import java.nio.file.Path;
import java.util.List;

/**
 * Who the host is, as the cloud has told it; kept beside its key.
 *
 * @param storePassword of the key and trust stores in the same directory: formally needed, the
 *     protection is the files' mode
 */
public record HostIdentity(
    String hostId,
    int hostEpoch,
    String name,
    List<String> brokers,
    String brokerPassword,
    String storePassword) {

  public HostIdentity {
    brokers = List.copyOf(brokers);
  }

  public BrokerAccess access(Path directory) {
    return new BrokerAccess(
        brokers,
        hostId,
        brokerPassword,
        directory.resolve(IdentityStore.KEY_STORE),
        directory.resolve(IdentityStore.TRUST_STORE),
        storePassword);
  }

  HostIdentity inEpoch(int epoch) {
    return new HostIdentity(hostId, epoch, name, brokers, brokerPassword, storePassword);
  }

  @Override
  public String toString() {
    return "HostIdentity[" + hostId + ", epoch " + hostEpoch + "]";
  }
}
