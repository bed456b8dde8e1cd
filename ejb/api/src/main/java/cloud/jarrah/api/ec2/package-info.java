/**
 * The wire types of EC2: requests and responses of SOAP and Query alike. The order of the fields is
 * the order of the elements (that of the published WSDL of 2013-10-15, newer fields last, marked
 * {@link cloud.jarrah.api.Since}). In requests every field may be absent, whatever the schema says:
 * handlers check.
 */
@NullMarked
@XmlSchema(namespace = Ec2Response.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
@XmlAccessorType(XmlAccessType.FIELD)
@XmlJavaTypeAdapter(type = Instant.class, value = InstantAdapter.class)
package cloud.jarrah.api.ec2;

import cloud.jarrah.api.InstantAdapter;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
