package cloud.jarrah.node;

import java.util.List;

/** How a host becomes part of the cloud: one HTTPS exchange with a one-time token. */
public interface Enrolment {

  /**
   * The host asks.
   *
   * @param token one-time token from the administrator
   * @param name the host's name for people
   * @param certificateRequest PKCS#10 in PEM, of a key that never leaves the host
   */
  record Request(String token, String name, String certificateRequest) {}

  /**
   * The cloud answers.
   *
   * @param hostId also the common name of the certificate and the broker's user name
   * @param certificate PEM, issued to the host
   * @param certificateAuthority PEM
   * @param brokerPassword of this host alone
   * @param brokers addresses {@code host:port}, tried in turn
   */
  record Answer(
      String hostId,
      int hostEpoch,
      String certificate,
      String certificateAuthority,
      String brokerPassword,
      List<String> brokers) {
    public Answer {
      brokers = List.copyOf(brokers);
    }

    @Override
    public String toString() {
      return "Enrolment.Answer[" + hostId + "]";
    }
  }
}
