package cloud.jarrah.broker;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;

/** Who is at the other end: the common name of its verified certificate. */
final class PeerName {
  /** Common name of the servers' own certificate; servers speak to each other's brokers. */
  static final String SERVER = "jarrah-server";

  // No dot, wildcard or '::': a name becomes part of a queue's name.
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  private PeerName() {}

  static @Nullable String of(RemotingConnection connection) {
    String subject = CertificateUtil.getCertSubjectDN(connection);
    return subject == null ? null : commonName(subject);
  }

  /**
   * The one common name of a subject, or null when there is none, more than one, or a strange one.
   */
  static @Nullable String commonName(String subject) {
    List<String> names;
    try {
      names =
          new LdapName(subject)
              .getRdns().stream()
                  .filter(rdn -> rdn.getType().toUpperCase(Locale.ROOT).equals("CN"))
                  .map(Rdn::getValue)
                  .map(String::valueOf)
                  .toList();
    } catch (InvalidNameException e) {
      return null;
    }
    return names.size() == 1 && USABLE.matcher(names.get(0)).matches() ? names.get(0) : null;
  }
}
