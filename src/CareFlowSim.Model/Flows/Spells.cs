using System.Runtime.CompilerServices;
using CareFlowSim.Kernel;

namespace CareFlowSim.Model;

/// <summary>The pool of stays, and the random words of each: all that a stay may need, drawn at once when it begins.</summary>
public sealed unsafe partial class CareSystem
{
    private const int StayWords = 4 * StayDecisions;
    private const int StayDecisions = (int)(Decision.LastOfStay - Decision.Stay) + 1;

    private Spell[] _spells = new Spell[256];
    private uint[] _stayWords = new uint[256 * StayWords];
    private int _spellsUsed;
    private int _freeSpell;

    /// <summary>A stay for a person.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="p">The same person.</param>
    /// <param name="key">Key of the draws of the stay.</param>
    /// <returns>Its place in the pool.</returns>
    private int NewSpell(int id, ref Person p, uint key)
    {
        int index = _freeSpell;
        if (index >= 0)
        {
            _freeSpell = _spells[index].Next;
        }
        else
        {
            index = _spellsUsed++;
            if (index == _spells.Length)
            {
                Array.Resize(ref _spells, index * 2);
                Array.Resize(ref _stayWords, index * 2 * StayWords);
            }
        }

        _spells[index] = default;
        _spells[index].Person = id;
        _spells[index].Key = key;
        p.Spell = index;
        DrawStay(p, key);
        return index;
    }

    private void EndSpell(ref Person p)
    {
        _spells[p.Spell].Person = -1;
        _spells[p.Spell].Next = _freeSpell;
        _freeSpell = p.Spell;
        p.Spell = -1;
    }

    /// <summary>Draws the words of a person's stay under a key.</summary>
    private void DrawStay(in Person p, uint key)
    {
        Span<uint> words = _stayWords.AsSpan(p.Spell * StayWords, StayWords);
        _stream.ForDecisions(
            p.Key, Decision.Stay, key, words[..StayDecisions], words.Slice(StayDecisions, StayDecisions), words.Slice(2 * StayDecisions, StayDecisions), words[(3 * StayDecisions)..]);
    }

    /// <summary>The draw of a decision of a person's stay under the stay's key, as <see cref="DrawFor"/> would give it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Draw StayDraw(in Person p, uint decision)
    {
        int at = (p.Spell * StayWords) + (int)(decision - Decision.Stay);
        uint[] words = _stayWords;
        return new Draw(words[at], words[at + StayDecisions], words[at + (2 * StayDecisions)], words[at + (3 * StayDecisions)]);
    }

    private void CopySpells(CareSystem other)
    {
        if (_spells.Length < other._spellsUsed)
        {
            _spells = new Spell[other._spells.Length];
            _stayWords = new uint[other._stayWords.Length];
        }

        other._spells.AsSpan(0, other._spellsUsed).CopyTo(_spells);
        other._stayWords.AsSpan(0, other._spellsUsed * StayWords).CopyTo(_stayWords);
        _spellsUsed = other._spellsUsed;
        _freeSpell = other._freeSpell;
    }
}
