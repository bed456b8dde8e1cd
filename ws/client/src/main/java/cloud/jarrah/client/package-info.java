/** A client of a Jarrah cloud: stubs of the committed WSDL, and the signature that calls need. */
@NullMarked
package cloud.jarrah.client;

import org.jspecify.annotations.NullMarked;
