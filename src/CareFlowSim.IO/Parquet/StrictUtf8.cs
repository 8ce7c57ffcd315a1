using System.Text;

namespace CareFlowSim.IO;

/// <summary>UTF-8 that refuses what it cannot carry, instead of writing a replacement character.</summary>
internal static class StrictUtf8
{
    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Bytes(string text) => Encoding.GetBytes(text);

    /// <summary>The text, or an <see cref="InvalidDataException"/>.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new InvalidDataException("A text is not UTF-8.", fault);
        }
    }
}
