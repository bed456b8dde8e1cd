package cloud.jarrah.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlMixed;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Any content at all: the type of a field whose presence is all we look at. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "AnyContentType")
public class Anything {
  @XmlMixed @XmlAnyElement public List<Object> content = new ArrayList<>();
}
