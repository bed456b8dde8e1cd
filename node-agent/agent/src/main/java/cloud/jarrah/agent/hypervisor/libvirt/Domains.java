package cloud.jarrah.agent.hypervisor.libvirt;

import org.jspecify.annotations.Nullable;
import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** Finds domains. */
final class Domains {

  private Domains() {}

  /** Null only if libvirt says that there is none. */
  static @Nullable Domain find(LibvirtConnection connection, String name) throws LibvirtException {
    try {
      return connection.domainLookupByName(name);
    } catch (LibvirtException e) {
      if (e.getError() != null && e.getError().getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
        return null;
      }
      throw e;
    }
  }
}
