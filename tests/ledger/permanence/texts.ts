/** Texts of our own, with what makes carrying over hard: repeated words, several speakers of the same words, accents, marks of all kinds. */
export const TEXTS: Record<string, string> = {
  ferry: `Night ferry to stay until spring, harbour board decides

By Mara Lindqvist
Harbour Post, 4 March 2023

The harbour board voted on Friday to keep the night ferry running until spring. “We will keep the night ferry,” said Åse Holm, who chairs the board, after a meeting of four hours.

The vote was close. “It costs too much,” said Ben Ruud, a member from the islands, “and nobody has told us who will pay for it.”

Holm said that the board would publish the figures within a week. She added that no jobs would be lost.

“We have heard such promises before,” said Carla Nyström of the fishermen’s union. According to Nyström, the ferry carried fewer than forty passengers a night last winter.

“It costs too much,” the mayor, Dag Ferrer, told the Harbour Post by telephone. “We will not vote for a budget that hides the bill.”

The operator, Sundline, declined to comment. In a statement published on Monday the company said: “Our crews have worked through three winters without a single accident.”

Ruud asked why the board had not invited the operator. “Nobody called them,” he said. “Nobody even wrote.”

“We will keep the night ferry,” repeated Sundline’s director, Elin Waage, in a letter to the paper, “as long as the board keeps its word.”

The café at the quay, a 1920s building by the architect René Faßbender, remains closed.
`,
  mill: `"The wheel will turn again": talking with the miller of Orrdal

Interview: Piet Aalders

The mill at Orrdal stood still for eleven years. Its new miller, Sofie Brandt, spoke with us in the yard.

Piet Aalders: How did you come to buy a mill that everybody had given up?

Sofie Brandt: My aunt worked here as a girl. She always said the stones were good and the people were tired.

I had some money from the sale of a boat. It was not enough, and it was gone by May.

Piet Aalders: The council wrote that the dam was unsafe. Were you worried?

Sofie Brandt: The council wrote a great many things. I asked three engineers, and all of them said that the dam would hold.

The wheel will turn again, I told them, with your help or without it.

There is a saying here: "Water does not read letters."

Piet Aalders: What will you grind?

Sofie Brandt: Rye, mostly. Spelt if the farmers grow it.

The wheel will turn again in August, I hope. If not in August, then in September.
`,
  wire: `ALDERSUND (Coast Wire) - A bridge over the Alder river was closed on Tuesday after inspectors found cracks in two of its piers, officials said.

The transport office said the bridge would stay closed "for weeks rather than days" and that buses would run from the north bank.

"There is no danger to anyone who stays off the bridge," said Ingrid Solberg, the office's chief engineer. "There is danger to anyone who does not."

Solberg denied that warnings had been ignored. "We acted within an hour," she said.

A truck driver, who did not want to be named, said he had felt the bridge move in June.

"We acted within an hour," a spokesman for the builder, Norgrund, told Coast Wire, using the same words.

Norgrund said it had offered to repair the piers in 2019 — “at our own cost”, according to a letter seen by Coast Wire — but had received no answer.

The letter “was never received”, the transport office said in a statement. It accused Norgrund of rewriting history.

About 9,000 cars use the bridge every day.
`,
};
