using System.CommandLine;

RootCommand root = new("CareFlowSim: hospital bed flow under health and social care integration.");
return root.Parse(args).Invoke();
