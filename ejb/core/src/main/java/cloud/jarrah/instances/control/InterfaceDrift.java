package cloud.jarrah.instances.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.drift.control.Pages;
import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceAuditRepository.Outline;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.control.AttachedInterfaces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network interface goes with its instance. */
@Singleton
public class InterfaceDrift implements DriftCheck {
  static final String KIND = "interface-without-instance";

  private final InstanceRepository instances;
  private final InstanceAuditRepository outlines;
  private final AttachedInterfaces interfaces;
  private final AddressBook addresses;

  @Inject
  public InterfaceDrift(
      InstanceRepository instances,
      InstanceAuditRepository outlines,
      AttachedInterfaces interfaces,
      AddressBook addresses) {
    this.instances = instances;
    this.outlines = outlines;
    this.interfaces = interfaces;
    this.addresses = addresses;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<Suspect> suspects(int most) {
    return Pages.suspects(
        most,
        (after, suspects) -> {
          // In stretches of the interfaces' ids; what they are attached to comes in no order.
          AttachedInterfaces.Stretch page = interfaces.after(after, Pages.SIZE);
          Map<String, Outline> known = outlines.outlines(page.attachedTo());
          page.attachedTo().stream()
              .filter(id -> id.startsWith("i-"))
              .filter(id -> !known.containsKey(id) || known.get(id).ended())
              .forEach(id -> suspects.add(new Suspect(KIND, id)));
          return page.last();
        });
  }

  @Override
  public Verdict judge(Suspect suspect) {
    String id = suspect.resource();
    // Read before the instance: who sees the interface of a launch sees its instance as well.
    boolean attached = interfaces.any(id);
    boolean live = instances.lockForReport(id).filter(i -> i.terminatedAt() == null).isPresent();
    if (live || !attached) {
      return Verdict.FINE;
    }
    addresses.detachAll(id);
    return Verdict.healed("", "its network interface was still there and kept an address");
  }
}
