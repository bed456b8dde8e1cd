/** The cloud that is tested: its accounts, machines, hosts, processes and tables. */
@NullMarked
package cloud.jarrah.it.cloud;

import org.jspecify.annotations.NullMarked;
