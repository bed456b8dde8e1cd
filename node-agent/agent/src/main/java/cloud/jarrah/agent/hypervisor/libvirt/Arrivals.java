package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.DomainState;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether an awaited domain has come. One that has come and ended since looks like one that never
 * came: which of the two it is, only libvirt's word at the moment of its arrival tells.
 */
final class Arrivals {
  private final Set<String> heard = ConcurrentHashMap.newKeySet();

  enum Verdict {
    CAME,
    NOT_COME,
    UNDECIDED
  }

  /** A new place: what was heard before was about another arrival. */
  void expect(String instanceId) {
    heard.remove(instanceId);
  }

  /** libvirt says that the domain goes on here after a move. */
  void hear(String instanceId) {
    heard.add(instanceId);
  }

  /**
   * @param state null: there is no such domain
   * @param arriving whether libvirt is taking it in
   */
  Verdict judge(String instanceId, LibvirtConnection.@Nullable State state, boolean arriving) {
    if (state == null) {
      return Verdict.NOT_COME;
    }
    if (state.meaning() == DomainState.RUNNING || heard.contains(instanceId)) {
      return Verdict.CAME;
    }
    return switch (state.meaning()) {
      case IN_MIGRATION -> arriving ? Verdict.UNDECIDED : Verdict.NOT_COME;
      // Paused for a reason of its own, for example a full disk: its guest has run here.
      case HELD ->
          !arriving && (state.code() == LibvirtState.PAUSED || state.code() == LibvirtState.ASLEEP)
              ? Verdict.CAME
              : Verdict.UNDECIDED;
      default -> Verdict.NOT_COME;
    };
  }
}
