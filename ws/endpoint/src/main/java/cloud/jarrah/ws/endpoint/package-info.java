/** The SOAP endpoint: an adapter without decisions. */
@NullMarked
package cloud.jarrah.ws.endpoint;

import org.jspecify.annotations.NullMarked;
