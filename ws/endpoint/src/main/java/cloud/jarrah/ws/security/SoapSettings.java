package cloud.jarrah.ws.security;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Configuration of SOAP.
 *
 * @param allowSha1 {@code jarrah.soap.allow-sha1}: whether signatures by rsa-sha1 are accepted; the
 *     clients of EC2's SOAP days know nothing else
 */
public record SoapSettings(boolean allowSha1) {

  static SoapSettings configured() {
    return new SoapSettings(
        ConfigProvider.getConfig()
            .getOptionalValue("jarrah.soap.allow-sha1", Boolean.class)
            .orElse(true));
  }
}
