package cloud.jarrah.ws.endpoint;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.ws.security.SignatureCheck;
import cloud.jarrah.ws.security.SoapSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.transport.local.LocalConduit;
import org.apache.cxf.transport.local.LocalTransportFactory;

/** The endpoint with all its interceptors, without a container or a network. */
final class SoapServer implements AutoCloseable {
  private static final String ADDRESS = "local://jarrah-ec2";

  private final Bus bus = new CXFBusFactory().createBus();
  private final LocalTransportFactory transport = new LocalTransportFactory();
  private final Server server;

  SoapServer(TestCloud cloud, Credentials credentials, boolean allowSha1) {
    this(cloud.dispatcher(), credentials, allowSha1);
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container here to inject the dispatcher
  SoapServer(Dispatcher dispatcher, Credentials credentials, boolean allowSha1) {
    Ec2Endpoint endpoint = new Ec2Endpoint();
    endpoint.dispatcher = dispatcher;
    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setServiceBean(endpoint);
    factory.setDestinationFactory(transport);
    factory.setTransportId(LocalTransportFactory.TRANSPORT_ID);
    factory.setAddress(ADDRESS);
    server = factory.create();
    // The server's own one asks the container for the users.
    var in = server.getEndpoint().getInInterceptors();
    in.removeIf(SignatureCheck.class::isInstance);
    in.add(new SignatureCheck(() -> credentials, () -> new SoapSettings(allowSha1)));
  }

  Server server() {
    return server;
  }

  Bus bus() {
    return bus;
  }

  String post(String xml) {
    return post(xml, "text/xml; charset=UTF-8");
  }

  String post(String xml, String contentType) {
    return post(xml, contentType, Map.of());
  }

  /** Sends the bytes as they are and returns those of the answer. */
  String post(String xml, String contentType, Map<String, List<String>> headers) {
    try {
      BusFactory.setThreadDefaultBus(bus);
      EndpointInfo target = new EndpointInfo();
      target.setAddress(ADDRESS);
      Conduit conduit = transport.getConduit(target, bus);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      conduit.setMessageObserver(message -> copy(message, answer));
      Message request = new MessageImpl();
      request.put(LocalConduit.DIRECT_DISPATCH, true);
      request.put(Message.CONTENT_TYPE, contentType);
      request.put(Message.PROTOCOL_HEADERS, new TreeMap<>(headers));
      conduit.prepare(request);
      try (OutputStream out = request.getContent(OutputStream.class)) {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
      }
      conduit.close(request);
      return answer.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      BusFactory.setThreadDefaultBus(null);
    }
  }

  private static void copy(Message message, OutputStream to) {
    try (InputStream in = message.getContent(InputStream.class)) {
      in.transferTo(to);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.destroy();
    bus.shutdown(false);
  }
}
