/** The Query protocol of EC2 and STS: parameters to wire types, wire types to XML. */
@NullMarked
package cloud.jarrah.web.query;

import org.jspecify.annotations.NullMarked;
