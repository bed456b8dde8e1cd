package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import java.util.EnumSet;
import java.util.Set;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** What libvirt's errors mean for a command. */
final class LibvirtFailures {

  /** The wish itself is wrong: the same answer would come for ever. */
  private static final Set<ErrorNumber> FINAL =
      EnumSet.of(
          ErrorNumber.VIR_ERR_XML_ERROR,
          ErrorNumber.VIR_ERR_XML_DETAIL,
          ErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
          ErrorNumber.VIR_ERR_INVALID_ARG,
          ErrorNumber.VIR_ERR_NO_SUPPORT,
          ErrorNumber.VIR_ERR_OS_TYPE);

  private LibvirtFailures() {}

  static HypervisorException translate(String what, LibvirtException why) {
    boolean isFinal = why.getError() != null && FINAL.contains(why.getError().getCode());
    return new HypervisorException(what + ": " + why.getMessage(), !isFinal, why);
  }
}
