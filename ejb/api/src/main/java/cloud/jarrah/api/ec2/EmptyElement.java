package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;

/** An element whose presence is all it says. */
@XmlType(name = "EmptyElementType")
public class EmptyElement {}
