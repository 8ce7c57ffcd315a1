using System.Security.Cryptography;
using System.Text;

namespace CareFlowSim.IO;

/// <summary>One file of a results folder.</summary>
/// <param name="Name">Name.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Sha256">Fingerprint, in small hexadecimal letters.</param>
internal sealed record WrittenFile(string Name, long Bytes, string Sha256);

/// <summary>Writes files whole into one folder and takes their fingerprints on the way.</summary>
internal sealed class HashedFiles(string folder)
{
    private const int BufferBytes = 1 << 16;

    public WrittenFile Write(string name, string text) => Write(name, to => to.Write(new UTF8Encoding(false).GetBytes(text)));

    public WrittenFile Write(string name, Action<Stream> write)
    {
        using SHA256 hash = SHA256.Create();
        long bytes = 0;
        WholeFile.Write(Path.Combine(folder, name), to =>
        {
            using (CryptoStream hashing = new(to, hash, CryptoStreamMode.Write, leaveOpen: true))
            using (BufferedStream buffer = new(hashing, BufferBytes))
            {
                write(buffer);
            }

            bytes = to.Length;
        });
        return new WrittenFile(name, bytes, Hex(hash.Hash!));
    }

    public static string Sha256(byte[] bytes) => Hex(SHA256.HashData(bytes));

    public static string Sha256OfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Hex(SHA256.HashData(file));
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
