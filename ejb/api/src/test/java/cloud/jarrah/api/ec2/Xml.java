package cloud.jarrah.api.ec2;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringReader;
import java.io.StringWriter;

/** Writes and reads wire types as the protocol adapters do. */
final class Xml {
  private Xml() {}

  static String write(Object value) throws JAXBException {
    Marshaller marshaller = JAXBContext.newInstance(value.getClass()).createMarshaller();
    marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
    marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
    StringWriter out = new StringWriter();
    marshaller.marshal(value, out);
    return out.toString().strip();
  }

  static <T> T read(Class<T> type, String xml) throws JAXBException {
    return type.cast(
        JAXBContext.newInstance(type).createUnmarshaller().unmarshal(new StringReader(xml)));
  }

  /** A golden file beside the tests, without the line end at its end. */
  static String golden(String name) throws java.io.IOException {
    try (var in = Xml.class.getResourceAsStream(name)) {
      return new String(
              java.util.Objects.requireNonNull(in, name).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8)
          .strip();
    }
  }
}
