package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.SigV4;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Rightly signed requests about types, attributes and id formats that cannot be answered. */
record WrongAttributes(URI endpoint, Keys keys) {
  private static final String VALUE = "InvalidParameterValue";
  private static final String RECOVERY = "ModifyInstanceMaintenanceOptions";
  private static final String UNKNOWN = "i-0123456789abcdef0";

  List<Wrong> all() {
    return Stream.concat(attributes().stream(), recovery().stream()).toList();
  }

  private List<Wrong> recovery() {
    return List.of(
        wrong(RECOVERY, VALUE, "InstanceId", UNKNOWN, "AutoRecovery", "enabled"),
        wrong(RECOVERY, "MissingParameter", "InstanceId", UNKNOWN),
        wrong(RECOVERY, "MissingParameter", "AutoRecovery", "default"),
        wrong(
            RECOVERY,
            "InvalidInstanceID.Malformed",
            "InstanceId",
            "i-x",
            "AutoRecovery",
            "default"),
        wrong(
            RECOVERY,
            "UnsupportedOperation",
            "InstanceId",
            UNKNOWN,
            "RebootMigration",
            "disabled"));
  }

  private List<Wrong> attributes() {
    return List.of(
        wrong("DescribeInstanceTypes", "InvalidInstanceType", "InstanceType.1", "m9.huge"),
        wrong("DescribeInstanceTypes", VALUE, "MaxResults", "101"),
        wrong("DescribeInstanceTypes", VALUE, "Filter.1.Name", "colour", "Filter.1.Value.1", "red"),
        wrong("DescribeInstanceTypeOfferings", VALUE, "LocationType", "moon"),
        wrong("DescribeInstanceTypeOfferings", "InvalidPaginationToken", "NextToken", "bm9wZQ"),
        wrong("DescribeAccountAttributes", VALUE, "AttributeName.1", "colour"),
        wrong("DescribeAccountAttributes", "UnsupportedOperation", "Filter.1.Name", "x"),
        wrong("DescribeInstanceAttribute", "MissingParameter", "InstanceId", UNKNOWN),
        wrong("DescribeInstanceAttribute", VALUE, "InstanceId", UNKNOWN, "Attribute", "colour"),
        wrong("DescribeInstanceAttribute", "MissingParameter", "Attribute", "kernel"),
        wrong("ModifyInstanceAttribute", "InvalidInstanceID.Malformed", "InstanceId", "i-not-hex"),
        wrong("ModifyInstanceAttribute", VALUE, "InstanceId", UNKNOWN, "Kernel", "aki-1"),
        wrong("ResetInstanceAttribute", VALUE, "InstanceId", UNKNOWN, "Attribute", "userData"),
        wrong("MonitorInstances", "MissingParameter"),
        wrong("UnmonitorInstances", "InvalidInstanceID.NotFound", "InstanceId.1", UNKNOWN),
        wrong("GetPasswordData", "MissingParameter"),
        wrong("GetConsoleScreenshot", "MissingParameter"),
        wrong("GetConsoleScreenshot", VALUE, "InstanceId", UNKNOWN, "WakeUp", "maybe"),
        wrong("SendDiagnosticInterrupt", "InvalidInstanceID.Malformed", "InstanceId", "i-x"),
        wrong("SendDiagnosticInterrupt", "MissingParameter"),
        wrong("DescribeInstanceCreditSpecifications", VALUE, "MaxResults", "4"),
        wrong("DescribeIdFormat", VALUE, "Resource", "unicorn"),
        wrong("DescribeIdentityIdFormat", "MissingParameter"),
        wrong("DescribePrincipalIdFormat", VALUE, "MaxResults", "0"),
        wrong("ModifyIdFormat", "MissingParameter", "Resource", "instance"),
        wrong("ModifyIdFormat", "UnsupportedOperation", "Resource", "vpc", "UseLongIds", "false"),
        wrong("ModifyIdentityIdFormat", VALUE, "PrincipalArn", "me", "UseLongIds", "true"));
  }

  private Wrong wrong(String action, String code, String... parameters) {
    String form = QueryClient.form(QueryClient.EC2_VERSION, action, parameters);
    HttpCall call = SigV4.now(keys, "ec2").sign(new HttpCall(endpoint).form(form));
    return Wrong.call(action + " " + String.join(" ", parameters), 400, code, call);
  }
}
