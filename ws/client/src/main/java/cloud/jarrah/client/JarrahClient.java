package cloud.jarrah.client;

import cloud.jarrah.client.ec2.AmazonEC2;
import cloud.jarrah.client.ec2.AmazonEC2PortType;
import jakarta.xml.ws.BindingProvider;
import java.net.URI;
import java.nio.file.Path;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;

/** Connects to the SOAP endpoint of a cloud. */
public final class JarrahClient {
  private JarrahClient() {}

  /**
   * A connection whose requests are signed for a user. It may be used by several threads.
   *
   * @param url the cloud's SOAP address
   * @param certificate the user's X.509 certificate, as PEM
   * @param key the private key that belongs to it, as PEM (PKCS #8, not encrypted)
   * @throws IllegalArgumentException if one of the files cannot be used
   */
  public static AmazonEC2PortType connect(URI url, Path certificate, Path key) {
    AmazonEC2PortType port = new AmazonEC2().getAmazonEC2Port();
    ((BindingProvider) port)
        .getRequestContext()
        .put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, url.toString());
    sign(port, certificate, key);
    return port;
  }

  /**
   * Makes a proxy sign its requests for a user, whatever WSDL it is of.
   *
   * @param port made by CXF
   * @param certificate as for {@link #connect}
   * @param key as for {@link #connect}
   */
  public static void sign(Object port, Path certificate, Path key) {
    Client client = ClientProxy.getClient(port);
    client.getOutInterceptors().add(Signer.of(certificate, key).interceptor());
  }
}
