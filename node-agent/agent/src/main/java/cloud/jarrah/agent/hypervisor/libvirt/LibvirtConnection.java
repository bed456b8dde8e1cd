package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.DomainState;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.DomainPointer;

/** A connection that also tells why a domain is off. */
final class LibvirtConnection extends Connect {

  /**
   * @param code as libvirt gave it
   */
  record State(DomainState meaning, int code) {}

  LibvirtConnection(String uri) throws LibvirtException {
    super(uri);
  }

  /** False: libvirt refused, or there is no such domain any more. */
  boolean interrupt(String uuid) {
    @Nullable DomainPointer domain = LibvirtState.INSTANCE.virDomainLookupByUUIDString(vcp, uuid);
    if (domain == null) {
      return false;
    }
    try {
      return LibvirtState.INSTANCE.virDomainInjectNMI(domain, 0) == 0;
    } finally {
      int unused = LibvirtState.INSTANCE.virDomainFree(domain);
    }
  }

  /** Null: there is no such domain any more, or the connection is broken. */
  @Nullable State state(String uuid) {
    @Nullable DomainPointer domain = LibvirtState.INSTANCE.virDomainLookupByUUIDString(vcp, uuid);
    if (domain == null) {
      return null;
    }
    try {
      IntByReference state = new IntByReference();
      IntByReference reason = new IntByReference();
      if (LibvirtState.INSTANCE.virDomainGetState(domain, state, reason, 0) != 0) {
        return null;
      }
      return new State(
          LibvirtState.translate(state.getValue(), reason.getValue()), state.getValue());
    } finally {
      LibvirtState.INSTANCE.virDomainFree(domain);
    }
  }
}
