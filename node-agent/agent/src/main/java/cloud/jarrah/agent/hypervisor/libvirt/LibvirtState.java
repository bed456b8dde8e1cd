package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.DomainState;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

/**
 * The calls that libvirt-java lacks: above all a domain's state together with its reason. The
 * numbers are those of {@code virDomainState} and {@code virDomainShutoffReason} in
 * libvirt-domain.h.
 */
interface LibvirtState extends Library {
  LibvirtState INSTANCE = Native.load("virt", LibvirtState.class);

  int RUNNING = 1;
  int BLOCKED = 2;
  int SHUTOFF = 5;
  int CRASHED = 6;
  int PAUSED = 3;
  int ASLEEP = 7;
  int PAUSED_MIGRATION = 2;
  int PAUSED_STARTING_UP = 11;
  int SHUTOFF_SHUTDOWN = 1;
  int SHUTOFF_DESTROYED = 2;
  int SHUTOFF_CRASHED = 3;
  int SHUTOFF_MIGRATED = 4;
  int SHUTOFF_FAILED = 6;

  DomainPointer virDomainLookupByUUIDString(ConnectionPointer connection, String uuid);

  int virDomainGetState(
      DomainPointer domain, IntByReference state, IntByReference reason, int flags);

  int virDomainInjectNMI(DomainPointer domain, int flags);

  int virDomainFree(DomainPointer domain);

  static DomainState translate(int state, int reason) {
    if (state == CRASHED) {
      return DomainState.CRASHED;
    } else if (state == PAUSED && (reason == PAUSED_MIGRATION || reason == PAUSED_STARTING_UP)) {
      return DomainState.IN_MIGRATION;
    } else if (state != SHUTOFF) {
      return state == RUNNING || state == BLOCKED ? DomainState.RUNNING : DomainState.HELD;
    }
    return switch (reason) {
      case SHUTOFF_SHUTDOWN -> DomainState.SHUT_DOWN_BY_GUEST;
      case SHUTOFF_DESTROYED -> DomainState.DESTROYED;
      case SHUTOFF_MIGRATED -> DomainState.MIGRATED;
      case SHUTOFF_CRASHED, SHUTOFF_FAILED -> DomainState.CRASHED;
      default -> DomainState.OFF_FOR_UNKNOWN_REASON;
    };
  }
}
