"""intake: reads a register back that somebody worked on in a spreadsheet, and what differs in it"""
