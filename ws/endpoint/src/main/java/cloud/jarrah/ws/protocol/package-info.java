/**
 * What surrounds a SOAP call: request id, limits on hostile XML, dated namespaces and faults. The
 * order is: gate, strict XML, signature, namespace, binding, endpoint.
 */
@NullMarked
package cloud.jarrah.ws.protocol;

import org.jspecify.annotations.NullMarked;
