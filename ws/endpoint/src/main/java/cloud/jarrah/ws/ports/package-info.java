/** The SOAP interface of EC2, one port interface per area, all of them one port type. */
@NullMarked
package cloud.jarrah.ws.ports;

import org.jspecify.annotations.NullMarked;
