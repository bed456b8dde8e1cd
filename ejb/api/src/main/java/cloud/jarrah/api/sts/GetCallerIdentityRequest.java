package cloud.jarrah.api.sts;

import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Asks who the caller is. */
@XmlRootElement(name = "GetCallerIdentity")
@XmlType(name = "GetCallerIdentityRequest")
public class GetCallerIdentityRequest {}
