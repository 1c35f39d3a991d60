/** The placeholder in a new article until an editor writes the standfirst. A review reports it. */
export const templateStandfirst = 'Write one or two sentences that sum the article up.';
