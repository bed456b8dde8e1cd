package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ec2.RunInstancesRequest;
import java.util.List;

/** Launch templates, for those who start instances. */
public interface LaunchTemplates {

  /**
   * Fills what a launch request leaves open from the template that it names, if it names one. The
   * given request stays as it is.
   *
   * @throws cloud.jarrah.api.ApiException if the account has no such template or version
   */
  Completed complete(RunInstancesRequest request, String accountId);

  /**
   * A launch request that says everything it is going to say.
   *
   * @param resources ARNs of what was read for it
   */
  record Completed(RunInstancesRequest request, List<String> resources) {
    public Completed {
      resources = List.copyOf(resources);
    }
  }
}
