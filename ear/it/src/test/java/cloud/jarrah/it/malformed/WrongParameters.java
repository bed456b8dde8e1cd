package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.SigV4;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Rightly signed requests whose form or values are not right. */
public final class WrongParameters {
  private static final String VALUE = "InvalidParameterValue";
  private static final String QUERY_STRING = "MalformedQueryString";

  private final URI endpoint;
  private final Keys keys;
  private final String run;
  private final List<Wrong> cases = new ArrayList<>();

  public WrongParameters(URI endpoint, Keys keys, String imageId) {
    this.endpoint = endpoint;
    this.keys = keys;
    this.run = action("RunInstances", "&ImageId=" + imageId + "&InstanceType=m1.small");
  }

  /** Those that cannot be bound. */
  public List<Wrong> forms() {
    cases.clear();
    texts();
    structures();
    return List.copyOf(cases);
  }

  /** Those that can, and then ask for what cannot be. */
  public List<Wrong> values() {
    cases.clear();
    launches();
    names();
    lists();
    cases.addAll(new WrongAttributes(endpoint, keys).all());
    return List.copyOf(cases);
  }

  private static String action(String name, String parameters) {
    return "Action=" + name + "&Version=" + QueryClient.EC2_VERSION + parameters;
  }

  private void add(String what, String code, String form) {
    HttpCall call = SigV4.now(keys, "ec2").sign(new HttpCall(endpoint).form(form));
    cases.add(Wrong.call(what, 400, code, call));
  }

  private void texts() {
    add("nothing at all", "MissingAction", "");
    add("no action", "MissingAction", "Version=" + QueryClient.EC2_VERSION);
    add("no version", "MissingParameter", "Action=DescribeRegions");
    add("a version that never was", "NoSuchVersion", "Action=DescribeRegions&Version=2016-11-16");
    add("an unknown action", "InvalidAction", action("DescribeNothing", ""));
    add("an action in lower case", "InvalidAction", action("describeregions", ""));
    add("another service's action", "InvalidAction", action("GetCallerIdentity", ""));
    add("one name twice", QUERY_STRING, action("DescribeRegions", "&DryRun=true&DryRun=false"));
    add("half an escape", QUERY_STRING, action("DescribeRegions", "&RegionName.1=%4"));
    add("an escape that is none", QUERY_STRING, action("DescribeRegions", "&RegionName.1=%zz"));
    add("not UTF-8", QUERY_STRING, action("DescribeRegions", "&RegionName.1=%ff%fe"));
    add("too many parameters", QUERY_STRING, action("DescribeRegions", many("&a%d=b", 2001)));
    add("a long name", QUERY_STRING, action("DescribeRegions", "&" + "a".repeat(256) + "=b"));
    add("a deep name", QUERY_STRING, action("DescribeRegions", "&a" + ".1".repeat(12) + "=b"));
  }

  private static String many(String pattern, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(String.format(pattern, i));
    }
    return text.toString();
  }

  private void structures() {
    add("NUL in a value", VALUE, action("DescribeRegions", "&RegionName.1=a%00b"));
    add("a list without number", VALUE, action("DescribeRegions", "&RegionName=a"));
    add("a list's item by name", VALUE, action("DescribeRegions", "&RegionName.first=a"));
    add(
        "a list's item with a huge number",
        VALUE,
        action("DescribeRegions", "&RegionName.999999=a"));
    add(
        "two items with one number",
        "InvalidParameterCombination",
        action("DescribeRegions", "&RegionName.1=a&RegionName.01=b"));
    add(
        "parts of a single value",
        "InvalidParameterCombination",
        action("DeleteKeyPair", "&KeyName.1=a"));
    add("a structure as one value", VALUE, run + "&MinCount=1&MaxCount=1&Placement=here");
    add("a word for a number", VALUE, run + "&MinCount=one&MaxCount=1");
    add("a number that is too large", VALUE, run + "&MinCount=1&MaxCount=2147483648");
    add("a word for a truth value", VALUE, action("DescribeRegions", "&DryRun=maybe"));
  }

  private void launches() {
    String one = "&MinCount=1&MaxCount=1";
    add("none at least", VALUE, run + "&MinCount=0&MaxCount=1");
    add("fewer at most than at least", VALUE, run + "&MinCount=2&MaxCount=1");
    add("a million", VALUE, run + "&MinCount=1&MaxCount=1000000");
    add("no counts", "MissingParameter", run);
    add("no image", "MissingParameter", action("RunInstances", one));
    add("an image's id that is none", "InvalidAMIID.Malformed", launchOf("disk", one));
    add("an unknown image", "InvalidAMIID.NotFound", launchOf("ami-0123456789abcdef0", one));
    add("an unknown type", VALUE, run.replace("m1.small", "m9.huge") + one);
    add("an unknown group", "InvalidPlacementGroup.Unknown", run + one + "&Placement.GroupName=x");
    add(
        "a wrong group id",
        "InvalidPlacementGroupId.Malformed",
        run + one + "&Placement.GroupId=x");
    add(
        "a partition of nothing",
        "InvalidParameterCombination",
        run + one + "&Placement.PartitionNumber=1");
    add("an unknown zone", "InvalidZone.NotFound", run + one + "&Placement.AvailabilityZone=x-1a");
    add("an unknown key pair", "InvalidKeyPair.NotFound", run + one + "&KeyName=nobodys");
    add("an unknown group", "InvalidGroup.NotFound", run + one + "&SecurityGroup.1=nobodys");
    add("user data that is not base64", VALUE, run + one + "&UserData=A");
    add("too much user data", VALUE, run + one + "&UserData=" + "A".repeat(24_000));
    add("a long client token", VALUE, run + one + "&ClientToken=" + "a".repeat(65));
    add("a subnet", "UnsupportedOperation", run + one + "&SubnetId=subnet-1");
    add(
        "a volume",
        "UnsupportedOperation",
        run
            + one
            + "&BlockDeviceMapping.1.DeviceName=/dev/sda&BlockDeviceMapping.1.Ebs.VolumeSize=8");
  }

  private static String launchOf(String imageId, String counts) {
    return action("RunInstances", "&ImageId=" + imageId + counts);
  }

  private void names() {
    add("no instance", "MissingParameter", action("TerminateInstances", ""));
    for (String action : List.of("TerminateInstances", "StopInstances", "StartInstances")) {
      add(
          action + " of an id that is none",
          "InvalidInstanceID.Malformed",
          action(action, "&InstanceId.1=machine"));
      add(
          action + " of an unknown instance",
          "InvalidInstanceID.NotFound",
          action(action, "&InstanceId.1=i-0123456789abcdef0"));
    }
    add(
        "the console of an unknown instance",
        "InvalidInstanceID.NotFound",
        action("GetConsoleOutput", "&InstanceId=i-0123456789abcdef0"));
    add("a key pair without name", "MissingParameter", action("CreateKeyPair", ""));
    add("a long key name", VALUE, action("CreateKeyPair", "&KeyName=" + "a".repeat(256)));
    add(
        "a key that is none",
        "InvalidKey.Format",
        action("ImportKeyPair", "&KeyName=a&PublicKeyMaterial=bm8ga2V5"));
    add("an unknown key", "InvalidKeyPair.NotFound", action("DescribeKeyPairs", "&KeyName.1=no"));
  }

  private void lists() {
    String all = "DescribeInstances";
    add("an unknown filter", VALUE, action(all, "&Filter.1.Name=colour&Filter.1.Value.1=red"));
    add(
        "too many filter values",
        "FilterLimitExceeded",
        action(all, "&Filter.1.Name=instance-id" + many("&Filter.1.Value.%d=i", 201)));
    add("too small a page", VALUE, action(all, "&MaxResults=4"));
    add("too large a page", VALUE, action(all, "&MaxResults=1001"));
    add(
        "a page that was never begun",
        "InvalidPaginationToken",
        action(all, "&MaxResults=5&NextToken=bm9wZQ"));
    add(
        "pages of named instances",
        "InvalidParameterCombination",
        action(all, "&MaxResults=5&InstanceId.1=i-0123456789abcdef0"));
  }
}
