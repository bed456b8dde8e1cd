package cloud.jarrah.it.cloud;

import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Xml;
import java.util.List;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The WSDL as the cloud serves it. */
public record Wsdl(Xml document) {

  public static Wsdl of(TestedCloud cloud) {
    HttpAnswer answer =
        new HttpCall(cloud.endpoint()).method("GET").target("/soap/AmazonEC2?wsdl").send();
    return new Wsdl(answer.orThrow().xml());
  }

  /** As it lies in the checkout. */
  public static Wsdl committed(TestedCloud cloud) {
    return new Wsdl(
        Xml.parse(TestedCloud.read(cloud.root().resolve("ws/contract/jarrah-ec2.wsdl"))));
  }

  /** Names of all operations: these are the EC2 actions, of Query too. */
  public List<String> actions() {
    NodeList operations = document.element().getElementsByTagNameNS("*", "operation");
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < operations.getLength(); i++) {
      String name = ((Element) operations.item(i)).getAttribute("name");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }
}
