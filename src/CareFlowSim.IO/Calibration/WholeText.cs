using System.Text;

namespace CareFlowSim.IO;

/// <summary>Writes a text file that appears whole or not at all.</summary>
public static class WholeText
{
    /// <summary>Writes beside, then puts it in the place of what was there; makes the folder if need be.</summary>
    public static void Write(string file, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        WholeFile.Write(file, to => to.Write(new UTF8Encoding(false).GetBytes(text)));
    }
}
