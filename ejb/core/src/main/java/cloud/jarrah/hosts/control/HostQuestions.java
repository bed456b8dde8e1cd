package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.HostRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** For features that want to know from a host itself. */
@Singleton
public class HostQuestions {
  private final HostRepository hosts;
  private final Heartbeats heartbeats;

  @Inject
  public HostQuestions(HostRepository hosts, Heartbeats heartbeats) {
    this.hosts = hosts;
    this.heartbeats = heartbeats;
  }

  /** Asks a host for all it has, after the commit; the answer is an inventory like any other. */
  public void ask(String hostId) {
    hosts.find(hostId).ifPresent(heartbeats::ask);
  }
}
