package cloud.jarrah.instances.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** An instance that is on its way somewhere is looked at again at some time. */
@Singleton
public class ForgottenInstances implements DriftCheck {
  static final String KIND = "instance-forgotten";

  private final InstanceRepository instances;
  private final InstanceAuditRepository outlines;
  private final DatabaseTime time;

  @Inject
  public ForgottenInstances(
      InstanceRepository instances, InstanceAuditRepository outlines, DatabaseTime time) {
    this.instances = instances;
    this.outlines = outlines;
    this.time = time;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<Suspect> suspects(int most) {
    return outlines.forgotten(most).stream().map(id -> new Suspect(KIND, id)).toList();
  }

  @Override
  public Verdict judge(Suspect suspect) {
    return instances
        .lockForReport(suspect.resource())
        .filter(instance -> outlines.isForgotten(instance.id()))
        .map(this::lookAgain)
        .orElse(Verdict.FINE);
  }

  private Verdict lookAgain(Instance instance) {
    instance.lookAgainAt(time.now());
    return Verdict.healed(
        instance.accountId(),
        "it was " + instance.state().wireName() + " and never looked at again");
  }
}
