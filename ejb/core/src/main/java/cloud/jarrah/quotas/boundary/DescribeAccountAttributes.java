package cloud.jarrah.quotas.boundary;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.AccountAttributeItem;
import cloud.jarrah.api.ec2.AccountAttributeName;
import cloud.jarrah.api.ec2.AccountAttributeValue;
import cloud.jarrah.api.ec2.DescribeAccountAttributesRequest;
import cloud.jarrah.api.ec2.DescribeAccountAttributesResponse;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.StoredQuotas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows what the account may do, as far as this cloud knows EC2's names for it. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeAccountAttributes
    implements Action<DescribeAccountAttributesRequest, DescribeAccountAttributesResponse> {
  private static final List<String> KNOWN =
      List.of("supported-platforms", "default-vpc", "max-instances");
  private static final Set<String> NOT_HERE =
      Set.of("max-elastic-ips", "vpc-max-elastic-ips", "vpc-max-security-groups-per-interface");

  private final StoredQuotas quotas;

  @Inject
  public DescribeAccountAttributes(StoredQuotas quotas) {
    this.quotas = quotas;
  }

  @Override
  public Prepared<DescribeAccountAttributesResponse> prepare(
      DescribeAccountAttributesRequest request, Caller caller) {
    Set<String> named = new LinkedHashSet<>();
    for (AccountAttributeName asked : request.accountAttributeNameSet) {
      named.add(known(asked.attributeName));
    }
    return Prepared.of(
        () -> {
          DescribeAccountAttributesResponse response = new DescribeAccountAttributesResponse();
          values(caller.accountId())
              .forEach(
                  (name, value) -> {
                    if (named.isEmpty() || named.contains(name)) {
                      response.accountAttributeSet.add(item(name, value));
                    }
                  });
          return response;
        });
  }

  /** Instances are in a network of their own kind, which users do not have as a default VPC. */
  private Map<String, String> values(String accountId) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("supported-platforms", "VPC");
    values.put("default-vpc", "none");
    values.put("max-instances", Integer.toString(quotas.limit(accountId, QuotaDefaults.INSTANCES)));
    return values;
  }

  private static String known(@Nullable String name) {
    if (name != null && KNOWN.contains(name)) {
      return name;
    }
    if (name != null && NOT_HERE.contains(name)) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_OPERATION,
          "The account attribute " + name + " is not supported. Leave it out.");
    }
    throw Wording.invalid("AttributeName", name, "There are: " + String.join(", ", KNOWN) + ".");
  }

  private static AccountAttributeItem item(String name, String value) {
    AccountAttributeItem item = new AccountAttributeItem();
    item.attributeName = name;
    AccountAttributeValue only = new AccountAttributeValue();
    only.attributeValue = value;
    item.attributeValueSet.add(only);
    return item;
  }
}
