package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.DomainState;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.TypedParameter;

/** One of libvirt's domains, released at the end of a block. */
final class HeldDomain implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HeldDomain.class.getName());

  /** Also forget a saved state and the snapshots' metadata, which would make libvirt refuse. */
  private static final int UNDEFINE_ALL = 1 | 2;

  private final Domain domain;

  private HeldDomain(Domain domain) {
    this.domain = domain;
  }

  /** Null only if libvirt says that there is none. */
  static @Nullable HeldDomain find(LibvirtConnection connection, String name)
      throws LibvirtException {
    try {
      return new HeldDomain(connection.domainLookupByName(name));
    } catch (LibvirtException e) {
      if (e.getError() != null && e.getError().getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
        return null;
      }
      throw e;
    }
  }

  static HeldDomain define(LibvirtConnection connection, String xml) throws LibvirtException {
    return new HeldDomain(connection.domainDefineXML(xml));
  }

  boolean isActive() throws LibvirtException {
    return domain.isActive() == 1;
  }

  void start() throws LibvirtException {
    domain.create();
  }

  void askToShutDown() throws LibvirtException {
    domain.shutdown();
  }

  /**
   * Paused by QEMU itself, for example because the host's disk had been full. Not what is paused in
   * a move: it may run at the other host.
   */
  void resumeIfPaused(LibvirtConnection connection) throws LibvirtException {
    LibvirtConnection.@Nullable State state = connection.state(domain.getUUIDString());
    if (state != null
        && state.code() == LibvirtState.PAUSED
        && state.meaning() != DomainState.IN_MIGRATION) {
      domain.resume();
    }
  }

  void resume() throws LibvirtException {
    domain.resume();
  }

  @Nullable DomainState state(LibvirtConnection connection) throws LibvirtException {
    LibvirtConnection.@Nullable State state = fullState(connection);
    return state == null ? null : state.meaning();
  }

  LibvirtConnection.@Nullable State fullState(LibvirtConnection connection)
      throws LibvirtException {
    return connection.state(domain.getUUIDString());
  }

  /** Whether libvirt is taking it in: of such a one it refuses to tell how far it is. */
  boolean isArriving() throws LibvirtException {
    try {
      return hasJob();
    } catch (LibvirtException e) {
      ErrorNumber code = e.getError() == null ? null : e.getError().getCode();
      if (code == ErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED
          || code == ErrorNumber.VIR_ERR_OPERATION_INVALID) {
        return isActive();
      }
      if (code == ErrorNumber.VIR_ERR_OPERATION_TIMEOUT) {
        return true;
      }
      if (code == ErrorNumber.VIR_ERR_NO_SUPPORT) {
        return false;
      }
      throw e;
    }
  }

  String uuid() throws LibvirtException {
    return domain.getUUIDString();
  }

  String xml(int flags) throws LibvirtException {
    return domain.getXMLDesc(flags);
  }

  boolean hasJob() throws LibvirtException {
    return isActive() && domain.getJobInfo().getType() != 0;
  }

  void abortJob() throws LibvirtException {
    int unused = domain.abortJob();
  }

  void migrate(String destination, TypedParameter[] parameters, int flags) throws LibvirtException {
    int unused = domain.migrateToURI(destination, parameters, flags);
  }

  void ensureOff() throws LibvirtException {
    try {
      if (isActive()) {
        domain.destroy();
      }
    } catch (LibvirtException e) {
      // It may have ended by itself between the question and the order.
      if (isActive()) {
        throw e;
      }
    }
  }

  boolean interrupt(LibvirtConnection connection) throws LibvirtException {
    return connection.interrupt(domain.getUUIDString());
  }

  void undefine() throws LibvirtException {
    domain.undefine(UNDEFINE_ALL);
  }

  @Override
  public void close() {
    try {
      int unused = domain.free();
    } catch (LibvirtException e) {
      LOG.log(Level.DEBUG, "releasing a domain", e);
    }
  }
}
